import fc from 'fast-check'

/**
 * Properties run on the same inputs each time, so that a change is judged by itself and not by chance.
 * `FC_SEED=$RANDOM npm test` looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 6379) })
