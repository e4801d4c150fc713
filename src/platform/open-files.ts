/**
 * True where a folder can be renamed while files in it are open, which a broker does with every topic that is deleted. Windows
 * refuses it, and the broker ends (KAFKA-1194).
 */
export const canRenameOpenFiles = (platform: NodeJS.Platform = process.platform): boolean => platform !== 'win32';
