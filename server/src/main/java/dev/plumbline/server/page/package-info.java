/** The pages as values: what each shows, in the words and numbers it shows it with; its template only lays it out. */
@NullMarked
package dev.plumbline.server.page;

import org.jspecify.annotations.NullMarked;
