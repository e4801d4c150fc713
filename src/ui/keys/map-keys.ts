import { placesOf, shownLessons } from '../map-places.ts';
import type { ViewState } from '../view-state.ts';
import { type Binding, entry, helps, keyNames, labels } from './binding.ts';

/** Keys of the lesson map and of the last page. */
export const mapKeys: readonly Binding[] = [
  {
    action: 'map-open',
    keys: ['enter'],
    modes: ['map', 'search'],
    name: () => keyNames().enter,
    label: openLabel,
    help: entry('map', () => helps().mapOpen),
  },
  {
    action: 'open-ahead',
    keys: ['enter'],
    modes: ['ahead'],
    name: () => keyNames().enter,
    label: () => labels().openAhead,
  },
  {
    action: 'lessons',
    keys: ['enter'],
    modes: ['finished'],
    name: () => keyNames().enter,
    label: () => labels().lessons,
  },
  {
    action: 'map-search',
    keys: ['/'],
    modes: ['map'],
    name: () => '/',
    label: () => labels().search,
    help: entry('map', () => helps().mapSearch),
  },
  {
    action: 'map-fold',
    keys: ['left'],
    modes: ['map'],
    name: () => keyNames().leftRight,
    label: () => labels().fold,
    help: entry('map', () => helps().mapFold),
  },
  { action: 'map-unfold', keys: ['right'], modes: ['map'], name: () => keyNames().right },
  {
    action: 'map-down',
    keys: ['down', 'j'],
    modes: ['map', 'search'],
    name: () => keyNames().upDown,
    label: () => labels().choose,
    help: entry('map', () => helps().mapMove),
  },
  { action: 'map-up', keys: ['up', 'k'], modes: ['map', 'search'], name: () => keyNames().up },
  { action: 'map-page-down', keys: ['pagedown'], modes: ['map', 'search'], name: () => keyNames().pages },
  { action: 'map-page-up', keys: ['pageup'], modes: ['map', 'search'], name: () => keyNames().pages },
  { action: 'map-start', keys: ['g', 'home'], modes: ['map'], name: () => 'g' },
  { action: 'map-end', keys: ['G', 'end'], modes: ['map'], name: () => 'G' },
];

/** Enter on a lesson shows its steps, or only its name again. */
function openLabel({ overlay, pack }: ViewState): string | undefined {
  if (overlay.kind !== 'map') return undefined;
  if (overlay.search) return placesOf(shownLessons(pack, overlay)).length === 0 ? undefined : labels().open;
  if (overlay.at.step !== undefined) return labels().open;
  return overlay.unfolded === overlay.at.lesson ? labels().fold : labels().unfold;
}
