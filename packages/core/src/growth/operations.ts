import { areas, dropArea, fromFeedback, updateArea } from './operations/areas.js';
import {
  advancePanels,
  answer,
  askRaters,
  noticed,
  ownAnswer,
  panelsDue,
  takeBack,
  tasks,
} from './operations/raters.js';
import { suggest } from './operations/suggest.js';

/** From a gap in a released report to what comes next. */
export const growth = {
  fromFeedback,
  areas,
  updateArea,
  dropArea,
  suggest,
  askRaters,
  noticed,
  tasks,
  answer,
  ownAnswer,
  takeBack,
  panelsDue,
  advancePanels,
};
