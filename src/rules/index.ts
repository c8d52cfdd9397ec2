/** Every rule, one line each. */
export { wildcardBind } from './network/wildcard-bind.ts'
