using System.Globalization;
using System.Text.Json;

namespace BenchWorker.Site;

/// <summary>A board's leader in one line, for READMEs; a leader that shares its place is said to.</summary>
internal static class Badge
{
    private const int TextPx = 7;
    private const int PaddingPx = 8;
    private const int LongestText = 60;

    public static string Svg(BoardEntry board)
    {
        string label = Short(board.Title), message = Short(Message(board));
        int left = (label.Length * TextPx) + (2 * PaddingPx), right = (message.Length * TextPx) + (2 * PaddingPx), width = left + right;
        return Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{label}: {message}">
            <title>{label}: {message}</title>
            <rect width="{width}" height="20" rx="3" fill="#24292f" />
            <path d="M{left} 0H{width - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1 -3 3H{left}z" fill="#0a5bc4" />
            <g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
            <text x="{left / 2}" y="14" textLength="{label.Length * TextPx}">{label}</text>
            <text x="{left + (right / 2)}" y="14" textLength="{message.Length * TextPx}">{message}</text>
            </g>
            </svg>

            """).Markup;
    }

    /// <summary>Both halves in words.</summary>
    public static string Text(BoardEntry board) => $"{Short(board.Title)}: {Short(Message(board))}";

    /// <summary>The endpoint format of shields.io.</summary>
    public static byte[] Json(BoardEntry board)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("label", Short(board.Title));
            json.WriteString("message", Short(Message(board)));
            json.WriteString("color", "0a5bc4");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static string Message(BoardEntry board)
    {
        Place[] first = [.. board.Places.Where(static place => place.Rank == 1)];
        int ranked = board.Places.Count(static place => place.Rank is not null);
        return first switch
        {
            [] => "nothing ranked",
            [Place leader] => $"{leader.Entity}, {RankText.Badge(leader, ranked)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{first.Length} tied 1st of {ranked}"),
        };
    }

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)].TrimEnd() + "…";
}
