import type { Assignment, Block, Fact, Paragraph, Policy, Section, Unit } from '../tree/nodes.js'

/** A unit with what is around it. */
export interface UnitPlace {
  readonly unit: Unit
  readonly paragraph: Paragraph
  /** From the outermost section down; empty before the first. */
  readonly path: readonly Section[]
  /** Order in the document, from 0. */
  readonly index: number
}

/** An assignment with the unit that holds it. */
export interface AssignmentPlace extends UnitPlace {
  readonly assignment: Assignment
}

/** The units of the body in document order; those of the page are left out. */
export function unitPlaces(tree: Policy): UnitPlace[] {
  const places: UnitPlace[] = []
  const visit = (blocks: readonly Block[], path: readonly Section[]): void => {
    for (const block of blocks) {
      if (block.type === 'section') visit(block.children, [...path, block])
      else if (block.part !== 'page') {
        for (const unit of block.children) places.push({ unit, paragraph: block, path, index: places.length })
      }
    }
  }
  visit(tree.children, [])
  return places
}

export function assignmentPlaces(places: readonly UnitPlace[]): AssignmentPlace[] {
  const assigned: AssignmentPlace[] = []
  for (const { unit, paragraph, path, index } of places) {
    for (const fact of unit.children)
      if (fact.type === 'assignment') assigned.push({ unit, paragraph, path, index, assignment: fact })
  }
  return assigned
}

/** The facts of one kind that a unit holds, in the order of the text. */
export function factsOf<K extends Fact['type']>(unit: Unit, type: K): (Fact & { type: K })[] {
  const found: (Fact & { type: K })[] = []
  for (const fact of unit.children) if (fact.type === type) found.push(fact as Fact & { type: K })
  return found
}

/** Every section of the tree in document order. */
export function sectionsOf(tree: Policy): Section[] {
  const sections: Section[] = []
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type !== 'section') continue
      sections.push(block)
      visit(block.children)
    }
  }
  visit(tree.children)
  return sections
}
