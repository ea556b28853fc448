export { compileVariant, type CompiledVariant } from './variant.ts';
export { UnknownPlaceError } from './changes.ts';
