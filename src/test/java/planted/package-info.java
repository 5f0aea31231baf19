/** Violations of the house's rules, planted so that each rule proves that it can find one. */
package planted;
