<?php
/*
 * Plugin Name: What the tests switch on and off
 */
if (getenv('CMSTATION_WORDPRESS_NO_APPLICATION_PASSWORDS')) {
    add_filter('wp_is_application_passwords_available', '__return_false');
}

// A site whose search plugin opens its title and description to the REST interface.
add_action('init', function () {
    foreach (array_filter(explode(',', (string) getenv('CMSTATION_WORDPRESS_POST_FIELDS'))) as $field) {
        register_post_meta('post', $field, [
            'type' => 'string',
            'single' => true,
            'show_in_rest' => true,
            'auth_callback' => fn () => current_user_can('edit_posts'),
        ]);
    }
});
