/** The program's version; a test holds it equal to package.json, so that no run has to read a file to know it. */
export const version = '0.1.0';
