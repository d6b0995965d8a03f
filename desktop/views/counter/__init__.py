"""The counter: a clerk enters an application or an answer, sees at once what is wrong, and hands it in."""
