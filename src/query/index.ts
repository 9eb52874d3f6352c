export { FEATURES, type Filter, type Match, select } from './filter.js'
export { narrow } from './narrow.js'
export { type Group, grouped, type Grouping, GROUPINGS, type Sort, sorted, SORTS, TYPES } from './order.js'
export { queryResult, type QueryResult } from './result.js'
