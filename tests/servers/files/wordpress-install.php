<?php
// Install WordPress without a question; write users and application passwords as JSON. Argument: the document root.
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_NAME' => '127.0.0.1', 'REQUEST_URI' => '/',
    'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Clinique des Tilleuls', 'admin', 'admin@example.org', true, '', 'admin-password');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('timezone_string', 'Europe/Paris');
update_option('default_comment_status', 'open');
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);

$users = [];
$roles = ['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor'];
foreach ($roles as $name => $role) {
    $password = $name . '-password';
    $id = username_exists($name) ?: wp_insert_user([
        'user_login' => $name, 'user_pass' => $password, 'user_email' => $name . '@example.org', 'role' => $role,
    ]);
    [$application_password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Tests']);
    $users[$name] = ['id' => $id, 'role' => $role, 'password' => $password,
        'application_password' => WP_Application_Passwords::chunk_password($application_password)];
}
global $wp_version;
echo json_encode(['version' => $wp_version, 'users' => $users], JSON_PRETTY_PRINT), "\n";
