import type { Assignment, Block, Paragraph, Policy, Section, Unit } from '../tree/nodes.js'

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

export const assignmentPlaces = (places: readonly UnitPlace[]): AssignmentPlace[] =>
  places.flatMap((place) =>
    place.unit.children.flatMap((fact) =>
      fact.type === 'assignment' ? [{ ...place, assignment: fact }] : [],
    ),
  )

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
