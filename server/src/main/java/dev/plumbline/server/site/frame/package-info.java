/**
 * What surrounds every page: its frame, assets and templates, how it is sent, and the small words and figures
 * that pages share.
 */
@NullMarked
package dev.plumbline.server.site.frame;

import org.jspecify.annotations.NullMarked;
