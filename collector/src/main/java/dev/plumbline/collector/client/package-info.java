/** The way to a server: addresses, uploads, retries and what it answers. */
@NullMarked
package dev.plumbline.collector.client;

import org.jspecify.annotations.NullMarked;
