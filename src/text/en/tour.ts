/** The tour of the planner's page, and its help on keys. */
export const tour = {
  help: 'Help and keys',
  'help.close': 'Close the help',
  start: 'Tour in five steps',
  offer: 'New here? Take the tour',
  word: 'Take the tour',
  space: 'Space',
  step: 'Step {{step}} of {{steps}}',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  end: 'End the tour',
  'verdict.title': 'The verdict first',
  'verdict.words':
    'Is everybody sampled, and are all results out, within two days? A sentence, an hour and a probability for each. Beside it: what holds things up, and which remedies were simulated to work; “Apply” puts one into the plan.',
  'claims.title': 'The announcement, checked',
  'claims.words':
    'The stated staff can be read in two ways, and so can their pace. Each of the four cells is one combination; press one to plan with it.',
  'inputs.title': 'Change what you know better',
  'inputs.words':
    'Drag a slider or type a number: the whole city is simulated anew at once. The tag beside each number says where it comes from; what you changed is marked and can be reset or undone.',
  'map.title': 'Where it happens',
  'map.words':
    'Where people queue, how long they wait, when they are done. Colour it by something else, or press a site for its story. “Table” has the same figures.',
  'timeline.title': 'When it happens',
  'timeline.words':
    'Drag the time or press Space to play; the map follows. The dashed line is the deadline. Your plan is saved as you go; save as, share and export are above, under Library and Export.',
  'keys.page': 'The whole page',
  'keys.play': 'Playback',
  'keys.timeline': 'Timeline',
  'keys.changes': 'A change on the timeline',
  'keys.present': 'Presentation',
  'keys.map': 'Map',
  'key.help': 'Open this help',
  'key.undo': 'Undo',
  'key.redo': 'Redo',
  'key.close': 'Close a window, end the tour',
} as const;
