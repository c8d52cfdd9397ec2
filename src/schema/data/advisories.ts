/**
 * Security advisories, one a line:
 *
 *     ID SEVERITY WAY | redis RANGE… | valkey RANGE… | title
 *
 * Severity as the advisory grades it; `unrated` where nobody has.
 * A range is FIRST-FIXED: affected from FIRST, mended in FIXED. WAY says how it is reached, and by that what a
 * configuration can do about it: see WAYS in src/schema/advisories.ts.
 *
 * From the release notes of Redis and Valkey, the GitHub advisories, bitnami/vulndb and Debian's changelogs, as
 * of August 2026; where they differ the vendor's release notes win (CVE-2024-31449: 7.2.6; CVE-2024-46981: 7.2.7).
 * Left out: what no upstream version is named for (CVE-2022-0543, which is a flaw of Debian's packages;
 * CVE-2026-92925, CVE-2026-85522, CVE-2026-86227), and old Redis flaws under Valkey, which began after their repair.
 */
export const ADVISORIES: string = `
CVE-2021-21309 medium limits | redis 0-5.0.11 6.0.0-6.0.11 | | on 32-bit builds a large proto-max-bulk-len overflows an integer and writes outside the heap
CVE-2021-29477 high stralgo | redis 6.0.0-6.0.13 6.2.0-6.2.3 | | STRALGO LCS overflows an integer and corrupts the heap
CVE-2021-29478 high limits | redis 6.0.0-6.0.13 6.2.0-6.2.3 | | COPY of a large integer set overflows an integer and corrupts the heap
CVE-2021-31294 medium replication | redis 0-6.2.0 | | a replica can stop its primary with a command that is not administrative
CVE-2021-32625 high stralgo | redis 6.0.0-6.0.14 6.2.0-6.2.4 | | STRALGO LCS still overflows an integer after the first repair
CVE-2021-32626 high scripting | redis 2.6.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | a Lua script overruns the Lua stack on the heap
CVE-2021-32627 high limits | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | with a raised proto-max-bulk-len, streams overflow an integer and corrupt the heap
CVE-2021-32628 high limits | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | with raised ziplist limits, large ziplists overflow and corrupt the heap
CVE-2021-32672 medium scripting | redis 3.2.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | the Lua debugger reads beyond its buffer
CVE-2021-32675 high preauth | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | a request of many large arguments takes all memory before anybody logs in
CVE-2021-32687 high limits | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | with a raised set-max-intset-entries, integer sets overflow and corrupt the heap
CVE-2021-32761 high bits | redis 0-5.0.13 6.0.0-6.0.15 6.2.0-6.2.5 | | on 32-bit builds BITFIELD overflows an integer
CVE-2021-32762 high client | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | redis-cli and sentinel overflow the heap when the server they talk to is hostile
CVE-2021-41099 high limits | redis 5.0.0-5.0.14 6.0.0-6.0.16 6.2.0-6.2.6 | | with a raised proto-max-bulk-len, strings overflow an integer and corrupt the heap
CVE-2022-24735 high scripting | redis 0-6.2.7 | | a Lua script can leave code behind that another user then runs
CVE-2022-24736 medium scripting | redis 0-6.2.7 | | a malformed Lua script stops the server
CVE-2022-24834 high scripting | redis 2.6.0-6.0.20 6.2.0-6.2.13 7.0.0-7.0.12 | | Lua's cjson and cmsgpack overflow the heap and may run code
CVE-2022-31144 high streams | redis 7.0.0-7.0.4 | | XAUTOCLAIM overflows the heap and may run code
CVE-2022-33105 high streams | redis 7.0.0-7.0.1 | | stream commands leak memory
CVE-2022-35951 critical streams | redis 7.0.0-7.0.5 | | XAUTOCLAIM with a huge COUNT overflows the heap and may run code
CVE-2022-35977 medium commands | redis 6.0.0-6.0.17 6.2.0-6.2.9 7.0.0-7.0.8 | | SETRANGE and SORT with huge arguments stop the server
CVE-2022-36021 medium patterns | redis 0-6.0.18 6.2.0-6.2.11 7.0.0-7.0.9 | | a crafted pattern for KEYS or SCAN keeps the server busy without end
CVE-2022-3647 low none | redis 0-6.2.8 7.0.0-7.0.6 | | the crash report itself can crash
CVE-2023-22458 medium commands | redis 6.2.0-6.2.9 7.0.0-7.0.8 | | HRANDFIELD and ZRANDMEMBER with huge counts stop the server
CVE-2023-25155 medium commands | redis 0-6.0.18 6.2.0-6.2.11 7.0.0-7.0.9 | | SRANDMEMBER, ZRANDMEMBER and HRANDFIELD overflow an integer and stop the server
CVE-2023-28425 medium commands | redis 7.0.8-7.0.10 | | MSETNX with a key given twice stops the server
CVE-2023-28856 medium commands | redis 0-6.0.19 6.2.0-6.2.12 7.0.0-7.0.11 | | HINCRBYFLOAT writes a value that stops the server when it is read
CVE-2023-31655 high commands | redis 7.0.10-7.0.11 | | a crafted command stops the server
CVE-2023-36824 high getkeys | redis 7.0.0-7.0.12 | | finding the keys of a crafted command, for COMMAND GETKEYS or for an ACL, overflows the heap
CVE-2023-41053 low sortro | redis 7.0.0-7.0.13 7.2.0-7.2.1 | | SORT_RO reads keys that the user's ACL does not grant
CVE-2023-41056 high none | redis 7.0.9-7.0.15 7.2.0-7.2.4 | | resizing a buffer overflows the heap and may run code
CVE-2023-45145 low socket | redis 2.6.0-6.2.14 7.0.0-7.0.14 7.2.0-7.2.2 | | the Unix socket is open to all for a moment while the server starts
CVE-2024-31227 medium setuser | redis 7.0.0-7.2.6 7.3.0-7.4.1 | valkey 0-7.2.7 8.0.0-8.0.1 | a malformed ACL selector stops the server
CVE-2024-31228 medium patterns | redis 0-6.2.16 7.0.0-7.2.6 7.3.0-7.4.1 | valkey 0-7.2.7 8.0.0-8.0.1 | a long pattern for KEYS, SCAN or PSUBSCRIBE overruns the stack and stops the server
CVE-2024-31449 high scripting | redis 2.6.0-6.2.16 7.0.0-7.2.6 7.3.0-7.4.1 | valkey 0-7.2.7 8.0.0-8.0.1 | Lua's bit library overruns the stack and may run code
CVE-2024-46981 critical scripting | redis 0-6.2.17 7.0.0-7.2.7 7.3.0-7.4.2 | valkey 0-7.2.8 8.0.0-8.0.2 | a Lua script misuses the garbage collector and may run code
CVE-2024-51741 medium setuser | redis 7.0.0-7.2.7 7.3.0-7.4.2 | valkey 0-7.2.8 8.0.0-8.0.2 | a malformed ACL selector stops the server, after the first repair still
CVE-2025-21605 high output | redis 2.6.0-6.2.18 7.0.0-7.2.8 7.3.0-7.4.3 | valkey 0-7.2.9 8.0.0-8.0.3 8.1.0-8.1.1 | clients that have not logged in fill the unlimited output buffers until memory is gone
CVE-2025-27151 critical client | redis 7.0.0-7.2.9 7.3.0-7.4.4 8.0.0-8.0.2 | valkey 0-7.2.10 8.0.0-8.0.5 8.1.0-8.1.2 | the AOF checking tool overruns the stack on a long path
CVE-2025-32023 high hyperloglog | redis 2.8.0-6.2.19 7.0.0-7.2.10 7.3.0-7.4.5 8.0.0-8.0.3 | valkey 0-7.2.10 8.0.0-8.0.4 8.1.0-8.1.3 | a crafted HyperLogLog writes out of bounds and may run code
CVE-2025-46686 low none | redis 0-8.0.4 | | a request of many bulks takes memory that is not accounted for
CVE-2025-46817 high scripting | redis 0-6.2.20 7.0.0-7.2.11 7.3.0-7.4.6 8.0.0-8.0.4 8.1.0-8.2.2 | valkey 0-7.2.11 8.0.0-8.0.6 8.1.0-8.1.4 | Lua's unpack overflows an integer and may run code
CVE-2025-46818 high scripting | redis 0-6.2.20 7.0.0-7.2.11 7.3.0-7.4.6 8.0.0-8.0.4 8.1.0-8.2.2 | valkey 0-7.2.11 8.0.0-8.0.6 8.1.0-8.1.4 | a Lua script changes what scripts of other users do
CVE-2025-46819 high scripting | redis 0-6.2.20 7.0.0-7.2.11 7.3.0-7.4.6 8.0.0-8.0.4 8.1.0-8.2.2 | valkey 0-7.2.11 8.0.0-8.0.6 8.1.0-8.1.4 | a crafted Lua script reads out of bounds or stops the server
CVE-2025-48367 high preauth | redis 0-6.2.19 7.0.0-7.2.10 7.3.0-7.4.5 8.0.0-8.0.3 | valkey 0-7.2.10 8.0.0-8.0.4 8.1.0-8.1.3 | connection errors that are handled badly let anybody who connects starve the others
CVE-2025-49112 low none | | valkey 0-8.1.4 | an integer underflow in the code that shares reply buffers
CVE-2025-49844 critical scripting | redis 0-6.2.20 7.0.0-7.2.11 7.3.0-7.4.6 8.0.0-8.0.4 8.1.0-8.2.2 | valkey 0-7.2.11 8.0.0-8.0.6 8.1.0-8.1.4 | a Lua script reaches freed memory, leaves the sandbox and runs code on the host (RediShell)
CVE-2025-62507 high xackdel | redis 8.2.0-8.2.3 | | XACKDEL overruns the stack and may run code
CVE-2025-67733 high scripting | redis 7.3.0-7.4.8 8.0.0-8.0.6 8.1.0-8.2.5 8.3.0-8.4.2 8.5.0-8.6.1 | valkey 0-7.2.12 8.0.0-8.0.7 8.1.0-8.1.6 9.0.0-9.0.2 | a Lua script's error reply can smuggle replies into the connection
CVE-2026-21863 high bus | | valkey 0-7.2.12 8.0.0-8.0.7 8.1.0-8.1.6 9.0.0-9.0.2 | a malformed message on the cluster bus stops the server
CVE-2026-23479 high blocking | redis 7.2.0-7.2.14 7.3.0-7.4.9 8.0.0-8.2.6 8.3.0-8.4.3 8.5.0-8.6.3 | valkey 0-7.2.13 8.0.0-8.0.8 8.1.0-8.1.7 9.0.0-9.0.4 | unblocking a client reaches freed memory and may run code
CVE-2026-23631 medium replicascript | redis 7.2.0-7.2.14 7.3.0-7.4.9 8.0.0-8.2.6 8.3.0-8.4.3 8.5.0-8.6.3 | valkey 0-7.2.13 8.0.0-8.0.8 8.1.0-8.1.7 9.0.0-9.0.4 | a Lua script on a writable replica reaches freed memory and may run code
CVE-2026-25243 high restore | redis 0-6.2.22 7.0.0-7.2.14 7.3.0-7.4.9 8.0.0-8.2.6 8.3.0-8.4.3 8.5.0-8.6.3 | valkey 0-7.2.13 8.0.0-8.0.8 8.1.0-8.1.7 9.0.0-9.0.4 | RESTORE of a crafted value reaches invalid memory and may run code
CVE-2026-25588 high restore | redis 8.0.0-8.2.6 8.3.0-8.4.3 8.5.0-8.6.3 | | with the time series module, RESTORE of a crafted value may run code
CVE-2026-25589 high restore | redis 8.0.0-8.2.6 8.3.0-8.4.3 8.5.0-8.6.3 | | with the Bloom module, RESTORE of a crafted value may run code
CVE-2026-27623 high preauth | | valkey 9.0.0-9.0.3 | a malformed request stops the server before anybody logs in
CVE-2026-56684 unrated clientkill | | valkey 0-7.2.14 8.0.0-8.0.10 8.1.0-8.1.9 9.0.0-9.0.5 9.1.0-9.1.1 | CLIENT KILL of a TLS connection reaches freed memory and may run code
CVE-2026-62356 unrated restore | redis 8.0.0-8.2.9 8.3.0-8.4.6 8.5.0-8.6.6 8.7.0-8.8.2 8.9.0-8.10.1 | | with the Bloom module, loading a crafted count-min sketch writes outside the heap
CVE-2026-63639 unrated restore | | valkey 0-7.2.14 8.0.0-8.0.10 8.1.0-8.1.9 9.0.0-9.0.5 9.1.0-9.1.1 | RESTORE of a stream whose consumers share an entry frees it twice and may run code
CVE-2026-66373 unrated restore | redis 7.3.0-7.4.10 8.0.0-8.2.8 8.3.0-8.4.5 8.5.0-8.6.5 | | RESTORE of a stream whose consumers share an entry frees it twice and may run code
CVE-2026-81934 unrated clientkill | redis 7.3.0-7.4.11 8.0.0-8.2.9 8.3.0-8.4.6 8.5.0-8.6.6 8.7.0-8.8.2 | | TLS connections with data pending reach freed memory and may run code
CVE-2026-82631 unrated blocking | | valkey 9.1.0-9.1.2 | serving clients that are blocked on a key reaches freed memory
CVE-2026-82677 unrated none | | valkey 9.1.0-9.1.2 | a module's timer is freed twice
redis#14847 unrated none | redis 7.3.0-7.4.11 8.0.0-8.2.9 8.5.0-8.6.2 | | finding the keys of a command with too few arguments for an ACL reads out of bounds
redis#15478 unrated aclkeys | redis 7.3.0-7.4.11 8.0.0-8.2.9 8.7.0-8.8.2 | | SORT, GEORADIUS and XREAD get around the key permissions of an ACL
`
