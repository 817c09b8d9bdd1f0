/** Folders of what programs fetched or made, never of what somebody wrote. */
const skippedFolders = new Set([
  ...[
    'node_modules',
    'bower_components',
    'vendor',
    'dist',
    'build',
    'out',
    'target',
    'bin',
    'obj',
    'coverage',
  ],
  ...['__pycache__', 'venv', 'env', 'Pods', 'DerivedData'],
]);

/** Endings of files that cannot be attached, so that a folder of films is not offered. What a file is its bytes say later. */
const unattachable =
  /\.(7z|a|aac|apk|app|avi|bin|bz2|class|db|deb|dll|dmg|doc|docm|dylib|eot|epub|exe|flac|gguf|gz|heic|ico|iso|jar|jks|lib|m4a|m4v|mkv|mov|mp3|mp4|msi|o|obj|odp|ods|odt|ogg|onnx|opus|otf|parquet|pkl|pnpm|ppt|pptx|psd|pyc|pyd|rar|rpm|safetensors|so|sqlite|sqlite3|tar|tgz|tif|tiff|ttf|wasm|wav|webm|wma|wmv|woff|woff2|xls|xlsx|xz|zip|zst)$/i;

/** Most files listed of a folder. */
export const listedFilesLimit = 2_000;

/** Whether a file in a chosen folder is passed over without a word: what keeps secrets and settings mostly is hidden. */
export function isHiddenFile(name: string): boolean {
  return name.startsWith('.');
}

/** Whether a folder inside a chosen one is passed over: hidden ones are. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

/** Whether a file may be of a kind that can be attached, by its name. */
export function looksAttachable(name: string): boolean {
  return !unattachable.test(name);
}
