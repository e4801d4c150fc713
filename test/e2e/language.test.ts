import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
/** Without Java nothing is started: this is about words only. */
const korea = { PATH: '', JAVA_HOME: '', LC_MESSAGES: '', LANG: 'ko_KR.UTF-8' };

beforeAll(async () => {
  stage = await openStage(korea);
});
afterAll(() => stage.remove());

describe('in Korea', () => {
  it('the program speaks Korean, is switched with o, and remembers it', async () => {
    const app = stage.start();
    await app.until('? 도움말');
    expect(app.screen()).toContain('단계 1/');
    await app.until('Java가 없습니다');
    app.type('o');
    await app.until('? help');
    await app.until('Java is missing');
    const said = '이제 영어로 표시합니다. o를 누르면 한국어로 돌아옵니다.';
    expect(app.screen().replace(said, '')).not.toMatch(/[가-힣]/);
    app.type('q');
    expect(await app.ended).toBe(0);

    expect((await stage.run(['list'])).stdout).toContain('Kafka on a real broker');
    expect((await stage.run(['list', '--lang', 'ko'])).stdout).toContain('실제 브로커로 배우는 Kafka');
  });

  it('a language that was asked for is remembered by the app', async () => {
    const app = stage.start({}, ['--lang', 'ko']);
    await app.until('? 도움말');
    app.type('q');
    expect(await app.ended).toBe(0);
    expect((await stage.run(['status'])).stdout).toContain('엔진');
  });
});
