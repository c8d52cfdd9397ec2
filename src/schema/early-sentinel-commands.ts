/**
 * What a sentinel answers in the releases that can't be asked for a table: COMMAND came to sentinels with 6.2. A line as in
 * src/schema/data. For 6.0 each was asked of 6.0.16, and a dozen others, which it does not know; before that it is
 * sentinel.c:sentinelcmds, read for 2.8 and 3.2. AUTH since 5.0.1: so says the documentation of Sentinel.
 */
export const EARLY_SENTINEL_COMMANDS = `
auth {"redis-5.0":{"arity":2,"flags":"fast"},"redis-6.0":{"arity":-2,"flags":"fast no_auth"}}
client {"redis-2.8":{"arity":-2,"flags":"readonly noscript"},"redis-6.0":{"flags":"admin random"}}
hello {"redis-6.0":{"arity":-2,"flags":"fast no_auth"}}
info {"redis-2.8":{"arity":-1},"redis-6.0":{"flags":"random"}}
ping {"redis-2.8":{"arity":1},"redis-6.0":{"flags":"fast"}}
psubscribe {"redis-2.8":{"arity":-2},"redis-6.0":{"flags":"pubsub"}}
publish {"redis-2.8":{"arity":3},"redis-6.0":{"flags":"pubsub fast"}}
punsubscribe {"redis-2.8":{"arity":-1},"redis-6.0":{"flags":"pubsub"}}
role {"redis-2.8":{"arity":1,"flags":"loading"},"redis-6.0":{"flags":"readonly fast"}}
sentinel {"redis-2.8":{"arity":-2},"redis-6.0":{"flags":"admin"}}
shutdown {"redis-2.8":{"arity":-1},"redis-6.0":{"flags":"admin"}}
subscribe {"redis-2.8":{"arity":-2},"redis-6.0":{"flags":"pubsub"}}
unsubscribe {"redis-2.8":{"arity":-1},"redis-6.0":{"flags":"pubsub"}}
`
