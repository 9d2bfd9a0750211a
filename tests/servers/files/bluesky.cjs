// One Bluesky personal data server and its directory of identities (PLC), on loopback only.
// Usage: node bluesky.cjs MODULES_FOLDER DATA_FOLDER SERVER_PORT DIRECTORY_PORT; prints READY once both answer.
const { createRequire } = require('node:module')
const crypto = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const [, , modules, data, serverPort, directoryPort] = process.argv
const from = createRequire(path.join(path.resolve(modules), 'package.json'))
const { PlcServer, MockDatabase } = from('@did-plc/server')
const { PDS, envToCfg, envToSecrets } = from('@atproto/pds')

const NOWHERE = 'http://127.0.0.1:9'

// The directory keeps its identities in memory; a journal makes them survive a restart.
class JournalledDirectory extends MockDatabase {
  constructor(journal) {
    super()
    this.journal = journal
  }

  async replay() {
    if (!fs.existsSync(this.journal)) return
    const lines = fs.readFileSync(this.journal, 'utf8').split('\n').filter(Boolean)
    for (const { did, operation } of lines.map((line) => JSON.parse(line))) {
      await super.validateAndAddOp(did, operation)
    }
  }

  async validateAndAddOp(did, operation) {
    await super.validateAndAddOp(did, operation)
    fs.appendFileSync(this.journal, JSON.stringify({ did, operation }) + '\n')
  }
}

// Keys must stay the same when the server starts again on the same folder.
function secret(name) {
  const file = path.join(data, name)
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(32).toString('hex'))
  return fs.readFileSync(file, 'utf8')
}

async function main() {
  fs.mkdirSync(path.join(data, 'blobs'), { recursive: true })
  const identities = new JournalledDirectory(path.join(data, 'identities.jsonl'))
  await identities.replay()
  const directory = PlcServer.create({ db: identities, port: Number(directoryPort) })
  await directory.start()

  const settings = {
    devMode: true,
    port: Number(serverPort),
    hostname: 'localhost',
    serviceHandleDomains: ['.test'],
    dataDirectory: data,
    blobstoreDiskLocation: path.join(data, 'blobs'),
    blobstoreDiskTmpLocation: path.join(data, 'blobs-arriving'),
    didPlcUrl: `http://127.0.0.1:${directoryPort}`,
    inviteRequired: false,
    adminPassword: secret('admin-password'),
    jwtSecret: secret('jwt-secret'),
    dpopSecret: secret('dpop-secret'),
    plcRotationKeyK256PrivateKeyHex: secret('rotation-key'),
    disableSsrfProtection: true,
    bskyAppViewUrl: NOWHERE,
    bskyAppViewDid: 'did:example:none',
    bskyAppViewCdnUrlPattern: `${NOWHERE}/%s/%s/%s`,
    modServiceUrl: NOWHERE,
    modServiceDid: 'did:example:none',
    rateLimitsEnabled: process.env.CMSTATION_BLUESKY_RATE_LIMITS === '1',
    crawlers: [],
  }
  const server = await PDS.create(envToCfg(settings), envToSecrets(settings))
  await server.start()
  console.log('READY')
  process.on('SIGTERM', async () => {
    await server.destroy()
    await directory.destroy()
    process.exit(0)
  })
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
