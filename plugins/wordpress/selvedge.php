<?php
/**
 * Plugin Name: Selvedge
 * Description: Puts the tag first in the head of each page. Its files lie beside this one, as Publish saves them.
 * Version: 1.0
 * Requires at least: 5.0
 * Requires PHP: 7.0
 * License: MIT
 */

if (!defined('ABSPATH')) {
	exit;
}

// Not by wp_enqueue_script: what is enqueued stands where WordPress and its optimizers put it, and may be deferred.
add_action('wp_head', function () {
	if (is_readable(__DIR__ . '/selvedge.js')) {
		printf("<script src=\"%s\"></script>\n", esc_url(plugins_url('selvedge.js', __FILE__)));
	}
}, PHP_INT_MIN);

add_action('admin_notices', function () {
	if (current_user_can('activate_plugins') && !is_readable(__DIR__ . '/selvedge.js')) {
		printf(
			'<div class="notice notice-warning"><p>%s</p></div>',
			esc_html('Selvedge: selvedge.js is not there yet. Put the files that Publish saved into ' . __DIR__ . '.')
		);
	}
});
