import type { Binding } from './keys/binding.ts';
import { lookKeys } from './keys/look-keys.ts';
import { mapKeys } from './keys/map-keys.ts';
import { stepKeys } from './keys/step-keys.ts';
import { typingKeys } from './keys/typing-keys.ts';
import { modeOf } from './modes.ts';
import type { ViewState } from './view-state.ts';

/** All keys of the program. The order is the order of the footer, where the first are the last to go. */
export const keymap: readonly Binding[] = [...typingKeys, ...stepKeys, ...mapKeys, ...lookKeys];

/** The binding a key has now. */
export function bindingFor(state: ViewState, key: string): Binding | undefined {
  const mode = modeOf(state);
  return keymap.find(
    (binding) =>
      binding.modes.includes(mode) &&
      (binding.keys as readonly string[]).includes(key) &&
      (binding.when === undefined || binding.when(state)),
  );
}
