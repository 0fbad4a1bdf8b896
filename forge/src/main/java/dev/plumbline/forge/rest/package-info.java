/** JSON over HTTP with a forge: addresses, credentials on requests, bounded answers, and what a refusal means. */
@NullMarked
package dev.plumbline.forge.rest;

import org.jspecify.annotations.NullMarked;
