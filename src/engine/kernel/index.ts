export { copyCalendar, createCalendar, nextTime, removeNext, replaceNext, schedule, type Calendar } from './calendar.ts';
