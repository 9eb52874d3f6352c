import { type Compiled, compileTask, type TaskOptions } from './compile-task.js'
import { tasksOf } from './tasks.js'

/** The documents behind names, one by one, in this thread. */
export async function* compileNames(
  names: readonly string[],
  options: TaskOptions = {},
): AsyncGenerator<Compiled> {
  for (const task of await tasksOf(names)) yield await compileTask(task, options)
}
