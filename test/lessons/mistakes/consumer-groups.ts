import { broker, create, type MistakeRow, oneAfterTheOther, produce, remove } from './row.ts';

const groups = `kafka-consumer-groups.sh ${broker} --group parcels-desk`;
const consume = (rest: string, topic = 'parcels-in'): string =>
  `kafka-console-consumer.sh ${broker} --topic ${topic} ${rest}`;
const desk = consume('--group parcels-desk --command-property heartbeat.interval.ms=500');

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('consumer-groups/one', [
    ['The group has two members', create('parcels-in', 3), { background: desk }, { enter: true }],
    ['The desk has closed', { stop: 'desk-1' }],
    ['The topic parcels-in has one partition', remove('parcels-in'), create('parcels-in'), { enter: true }],
  ]),
  ...oneAfterTheOther('consumer-groups/two', [
    ['The second desk is not open', { background: consume('--group parcel-desk') }],
    ['The group has three members', { background: desk }, { enter: true }],
    ['The first desk is not open', { stop: 'desk-1' }, { enter: true }],
  ]),
  ...oneAfterTheOther('consumer-groups/four', [
    ['The group has five members', { background: desk }, { enter: true }],
    ['The group has three members', { stop: 'desk-4' }],
    ['The second desk is not open', { stop: 'desk-2' }],
  ]),
  ...oneAfterTheOther('consumer-groups/leave', [
    ['The group still has four members', `${groups} --describe --members`],
    ['The group has only two members', { stop: 'desk-2' }, { enter: true }],
  ]),
  ...oneAfterTheOther('consumer-groups/billing', [
    ['Parcels were read, but not by the group billing', consume('--from-beginning --max-messages 9')],
    ['Billing has read three parcels', consume('--group billing --from-beginning --max-messages 3')],
  ]),
  ...oneAfterTheOther('consumer-groups/lag', [
    ['A desk is still open', produce('parcels-in', ['alice:parcel 10', 'dave:parcel 11', 'carol:parcel 12'])],
    ['The desks are closed, but no new parcels', { stop: 'desk-2' }, { stop: 'desk-3' }, { stop: 'desk-4' }],
    ['Twelve parcels are waiting', { enter: true }, { enter: true }],
  ]),
  ...oneAfterTheOther('consumer-groups/work-off', [
    ['Looking at the group does not change it', `${groups} --describe`],
    ['The consumer does not know where', 'kafka-console-consumer.sh --topic parcels-in --group parcels-desk'],
    ['Nothing was read.', consume('--timeout-ms 1000')],
    ['This consumer read all parcels', consume('--from-beginning --max-messages 15')],
    ['A member has joined the group, but', { background: consume('--group parcels-desk', 'parcels') }],
    ['Some parcels are worked off', consume('--group parcels-desk --max-messages 3')],
    ['The bookmark was put back', `${groups} --topic parcels-in --reset-offsets --to-earliest --execute`],
    // Else it would be a matter of five seconds whether the test sees it.
    ['A desk is open and at work', { background: `${desk} --command-property auto.commit.interval.ms=60000` }],
  ]),
  ...oneAfterTheOther('consumer-groups/work-off', [
    ['There is a group parcels-desks now', consume('--group parcels-desks --timeout-ms 1000')],
    ['There is a group parcels_desk now', consume('--group parcels_desk --timeout-ms 1000')],
    ['There is a group parcel-desk now', consume('--group parcel-desk --timeout-ms 1000')],
  ]),
];
