/** In lower case. The examples of redis.conf and of guides, image defaults, and the first lines of every list of common passwords. */
export const WELL_KNOWN_PASSWORDS: ReadonlySet<string> = new Set(`
foobared foobar redis redis123 redis1234 redis@123 redis_123 redispass redispassword redis_password myredis myredispassword my-redis-password
myredispass valkey valkey123 valkeypass sentinel sentinelpass masterpass masterpassword slavepass replicapass requirepass masterauth
password passw0rd p@ssw0rd p@ssword pa55word password1 password12 password123 password1234 password! password@123 pass pass123 pass1234 mypass mypassword
my_password mysecret mysecretpassword my-secret-pw secret secret123 secretpassword secretpass supersecret supersecretpassword verysecret
verysecretpassword s3cret s3cr3t s3cretpassword topsecret your_password yourpassword your-password your_secure_password your-secure-password
your_strong_password your-strong-password yourstrongpassword yoursecurepassword your_redis_password your-redis-password yourredispassword strongpassword strong_password strong-password
str0ngp@ssw0rd strongp@ssw0rd strongpassword123 securepassword secure_password secure-password securepassword123 securepass complexpassword
complex_password averystrongpassword a_very_strong_password a-very-strong-password verystrongpassword verylongpassword
admin admin123 admin1234 admin@123 administrator adminpass adminpassword root root123 toor user user123 userpass test test123 test1234 testing testpass
testpassword guest default demo example changeme changeit change_me change-me changemenow letmein welcome welcome1 welcome123 login access
12345 123456 1234567 12345678 123456789 1234567890 0123456789 654321 111111 11111111 000000 00000000 123123 112233 666666 888888 88888888 abc123
abcd1234 abcdef abcdefg 123abc a123456 aa123456 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qazwsx qwerty qwerty123 qwertyuiop asdf asdfgh asdfghjkl zxcvbn
zxcvbnm iloveyou dragon monkey master sunshine princess football baseball superman batman trustno1 shadow whatever starwars hello hello123
helloworld love god sex money 1234 123 1 a x p pw pwd pw1 pw2 pass1 pass2 none null undefined nopass true false yes no on off
dev devpass devpassword development prod production staging local localhost docker kubernetes app apppass app_password apppassword
sentinel123 cache cachepass iamadmin ant1r3z session sessions worker queue rabbit rabbitmq mysql postgres mongo mongodb
`.split(/\s+/).filter((word) => word !== ''))
