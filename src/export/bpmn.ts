import { layout } from '../diagram/layout.ts';
import type { Scene } from '../diagram/scene.ts';
import { planOf } from './bpmn/plan.ts';
import { slim } from './bpmn/words.ts';
import { bpmnText } from './bpmn/write.ts';

/**
 * A scene as BPMN 2.0 with its diagram: a pool for each of its lanes, stages as tasks, ways in and out as events.
 * Placed anew, since boxes hold nothing but names there, and what is open stands in notes below them.
 */
export async function bpmnOf(scene: Scene): Promise<string> {
  return bpmnText(scene, planOf(scene, await layout(slim(scene))));
}
