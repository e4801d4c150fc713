import { execa } from 'execa';

/** Whether a Docker daemon answers here. Tests of the Docker engine run only then; the end of the test run says so. */
export async function dockerAnswers(): Promise<boolean> {
  const { exitCode } = await execa('docker', ['info'], { reject: false, stdio: 'ignore', timeout: 10_000 });
  return exitCode === 0;
}
