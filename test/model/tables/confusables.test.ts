import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/model/tables/confusables.ts';

describe('shapes', () => {
  it.each([
    ['te1egram.example', 'telegram.example'],
    ['rnaii.example', 'mail.example'],
    ['hotrnall.example', 'hotmail.example'],
    ['mai1.example', 'mail.example'],
    ['MlCROSOFT.example', 'microsoft.example'],
    ['vvebmail.example', 'webmail.example'],
    ['аррӏе.example', 'apple.example'],
    ['micrοsοft.example', 'microsoft.example'],
    ['gооgle.example', 'google.example'],
    ['out-look.example', 'outlook.example'],
    ['şigñin.example', 'signin.example'],
    ['ɡithub.example', 'github.example'],
  ])('%s looks like %s', (one, other) => {
    expect(shapeOf(one)).toBe(shapeOf(other));
  });

  it.each([
    ['mail.example', 'nail.example'],
    ['acme.example', 'acne.example'],
    ['жук.example', 'dog.example'],
  ])('%s does not look like %s', (one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other));
  });
});
