export { useLibrary, useLibrarySource } from './context.tsx';
export { LibraryDesk, useLibraryDesk } from './LibraryDesk.tsx';
