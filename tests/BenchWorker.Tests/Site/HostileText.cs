namespace BenchWorker.Tests;

/// <summary>Names that have broken out of pages, paths, tables and feeds elsewhere.</summary>
internal static class HostileText
{
    public static readonly string[] Names =
    [
        "../../etc/passwd", "..\\..\\windows", "/absolute", ".", "..", "", "   ", "CON", "trailing. ", new string('x', 10_000), "line\nbreak\ttab\r",
        "\u001b[2J", "nul\0byte", "\u202egnp.exe", "a\u200bb", "e\u0301", "é", "👩‍👩‍👧‍👦", "\ud800", "A", "a",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>", "]]>", "&amp;", "<!--", "-->",
        "javascript:alert(1)", "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>", "| a | b |", "`code`", "# heading", "---", "{{7*7}}", "${7*7}",
        "=HYPERLINK(\"https://evil.example\")", "+1", "-2+3", "@SUM(A1)", "__proto__", "constructor", "'; DROP TABLE results; --",

        // Paths
        "..\\..\\x", "C:\\x", "a/b", "a-b", "NUL", "aux.txt", "trailing ", "%2e%2e%2f", "?x#y", "%0a", new string('é', 255),

        // Characters
        "\udc00", "\u200d", "\u2066isolated\u2069", "a" + string.Concat(Enumerable.Repeat("\u0301\u0489", 60)), "\u0430", "e", "\ufeffbom", "line\u2028separator", "\ufffe", "\U000E0041\U000E0042", "\u0085next",

        // Pages
        "\"onmouseover=alert(1)", "</style>", "</script><script>alert(1)</script>", "<svg onload=alert(1)>", "<iframe src=https://evil.example>", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;", "<![CDATA[", "&lol;", "&#x3c;script&#x3e;",
        "@import 'https://evil.example'", "data:text/html,<script>alert(1)</script>", "\\u003cscript\\u003e",

        // Markdown
        "\\|", "||", "~~x~~", "**b**", "[r]: javascript:alert(1)", "www.evil.example", "mailto:x@evil.example", "<b>x</b>", "1. x", "- x", "> x", "***", "    code", "$$x$$", "[^1]", ":---:",

        // Spreadsheets
        "\t=1+1", "\r=1+1", "=1+1", "+cmd|' /C calc'!A0", "-1+1", "@x", " =1+1", "a,b\"c", "'=1",

        // Numbers and dates
        "1e400", "1,5", "1e", "0x1F", "NaN", "Infinity", "-0", "5e-324", "2026-03-01", "0001-01-01", "9999-12-31T23:59:60Z", "*", "true", "null", "undefined",
    ];
}
