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
    ];
}
