import { type Binding, keyNames, labels } from './binding.ts';

/** Keys of the lesson map and of the last page. */
export const mapKeys: readonly Binding[] = [
  { action: 'map-open', keys: ['enter'], modes: ['map'], name: () => keyNames().enter, label: () => labels().open },
  {
    action: 'lessons',
    keys: ['enter'],
    modes: ['finished'],
    name: () => keyNames().enter,
    label: () => labels().lessons,
  },
  {
    action: 'map-down',
    keys: ['down', 'j'],
    modes: ['map'],
    name: () => keyNames().upDown,
    label: () => labels().choose,
  },
  { action: 'map-up', keys: ['up', 'k'], modes: ['map'], name: () => keyNames().up },
  { action: 'map-page-down', keys: ['pagedown', 'right'], modes: ['map'], name: () => keyNames().pages },
  { action: 'map-page-up', keys: ['pageup', 'left'], modes: ['map'], name: () => keyNames().pages },
  { action: 'map-start', keys: ['g', 'home'], modes: ['map'], name: () => 'g' },
  { action: 'map-end', keys: ['G', 'end'], modes: ['map'], name: () => 'G' },
];
