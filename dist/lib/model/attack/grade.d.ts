import type { AttackPath } from './attack-path.js';
/** A: nobody gets in who has not been given a secret. F: anybody on the network owns the data. */
export type GradeLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export declare const GRADES: readonly GradeLetter[];
/** The letter that one path alone would give. */
export declare function gradeOfPath(path: AttackPath): GradeLetter;
/** The worst path decides. */
export declare function gradeOf(paths: readonly AttackPath[]): GradeLetter;
/** The paths that give the grade. */
export declare const decisive: (paths: readonly AttackPath[]) => readonly AttackPath[];
