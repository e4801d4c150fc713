/** `author preview`: the app on a pack that is being written. */
export const authorPreview = {
  about: 'the app on a pack that is being written: it follows what you save, every step is open',
  needsScreen: 'author preview needs a full screen, to show the lessons while you write.',
  ending: 'Ending what the preview has started. Your own progress was not touched.',
};
