// A whole Bluesky network on loopback: directory, personal data server, and the AppView that counts.
// Usage: node bluesky-network.cjs MODULES_FOLDER POSTGRES_URL; prints READY with the addresses as JSON.
const { createRequire } = require('node:module')
const path = require('node:path')

const [, , modules, database] = process.argv
const from = createRequire(path.join(path.resolve(modules), 'package.json'))

// Asked for by the package; the AppView below does without.
process.env.REDIS_HOST = 'none'

async function main() {
  const { TestNetwork } = from('@atproto/dev-env')
  const network = await TestNetwork.create({
    dbPostgresUrl: database,
    dbPostgresSchema: 'network',
    pds: { hostname: 'localhost' },
    bsky: { redisHost: undefined },
  })
  console.log('READY ' + JSON.stringify({ server: network.pds.url, appview: network.bsky.url }))
  process.on('SIGTERM', async () => {
    await network.close()
    process.exit(0)
  })
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
