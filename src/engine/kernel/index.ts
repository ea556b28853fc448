export { copyCalendar, createCalendar, nextTime, removeNext, schedule, type Calendar } from './calendar.ts';
