import { expect, it } from 'vitest';
import { composeFolder } from '../../../../src/engine/compose-folder.ts';
import { workerEnvironment, workerProperties } from '../../../../src/engine/native/connect-settings.ts';
import { folders } from '../../../../src/platform/folders.ts';

const place = {
  port: 8084,
  brokerPort: 9192,
  shopPort: 3307,
  warehousePort: 3309,
  plugins: 'C:\\Léa\\plugins',
};

it('takes the settings of the compose file, at the addresses of this machine', async () => {
  const properties = await workerProperties({ compose: composeFolder() }, place);
  expect(properties).toMatchObject({
    'bootstrap.servers': '127.0.0.1:9192',
    listeners: 'http://127.0.0.1:8084',
    'rest.advertised.host.name': '127.0.0.1',
    'plugin.path': 'C:/Léa/plugins',
    'plugin.discovery': 'service_load',
    'group.id': 'connect',
    'config.storage.topic': 'connect-configs',
    'scheduled.rebalance.max.delay.ms': '0',
  });
  expect(JSON.stringify(properties)).not.toContain('broker:19092');
});

it('lets connectors see all that is meant for them, and nothing else', async () => {
  const properties = await workerProperties({ compose: composeFolder() }, place);
  const allowed = new RegExp(`^(?:${properties['config.providers.env.param.allowlist.pattern']})$`);
  const environment = workerEnvironment({ folders: folders({ KAFKA_LESSONS_HOME: '/h' }) }, place);
  expect(Object.keys(environment).filter((name) => !allowed.test(name))).toEqual([]);
  expect(['PATH', 'HOME', 'AWS_SECRET_ACCESS_KEY', 'MY_SHOP_HOST'].filter((name) => allowed.test(name))).toEqual([]);
  expect(environment).toMatchObject({ KAFKA_BOOTSTRAP: '127.0.0.1:9192', WAREHOUSE_PORT: '3309' });
});
