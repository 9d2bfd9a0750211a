<?php
// Router for PHP's own web server: static files, PHP pages, everything else (permalinks, /wp-json/) to index.php.
$folder = realpath($_SERVER['DOCUMENT_ROOT']);
$path = urldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$faults_file = dirname($folder) . '/faults';
$faults = is_file($faults_file) ? explode("\n", file_get_contents($faults_file)) : [];

if (in_array('rest_blocked', $faults, true) && (strpos($path, '/wp-json') === 0 || isset($_GET['rest_route']))) {
    http_response_code(403);
    header('Content-Type: text/html');
    echo '<!doctype html><title>Forbidden</title><h1>Forbidden</h1>';
    return true;
}
if (in_array('authorization_stripped', $faults, true)) {
    unset($_SERVER['HTTP_AUTHORIZATION'], $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW']);
}
if (in_array('application_passwords_off', $faults, true)) {
    putenv('CMSTATION_WORDPRESS_NO_APPLICATION_PASSWORDS=1');
} else {
    putenv('CMSTATION_WORDPRESS_NO_APPLICATION_PASSWORDS');
}

$file = realpath($folder . $path);
$page = '/index.php';
if ($file !== false && strpos($file, $folder) === 0) {
    if (is_dir($file)) {
        $file = rtrim($file, '/') . '/index.php';
    }
    if (is_file($file) && substr($file, -4) !== '.php' && basename($file)[0] !== '.') {
        return false;
    }
    if (is_file($file) && substr($file, -4) === '.php') {
        $page = substr($file, strlen($folder));
    }
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $page;
$_SERVER['SCRIPT_FILENAME'] = $folder . $page;
chdir(dirname($folder . $page));
require $folder . $page;
