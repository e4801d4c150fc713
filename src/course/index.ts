export { type CourseAction, reduceCourse } from './reducer.ts';
export {
  allSteps,
  type FoundStep,
  findStep,
  keyOf,
  sameStep,
  selectSteps,
  stepsOf,
  touchesEnvironment,
} from './refs.ts';
export {
  beganAhead,
  type Count,
  courseProgress,
  isEdited,
  lessonProgress,
  missingBefore,
  nextStep,
  nextToDo,
  performedSteps,
  previousStep,
  recordOf,
  resumeStep,
  standingsOf,
  stepStanding,
  unperformedBefore,
  wasAhead,
} from './selectors.ts';
export { missingService, ownServices, servicesOf, stepHere } from './step-services.ts';
