using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BenchWorker;

/// <summary>An announcement in the words of one kind of webhook.</summary>
internal static class WebhookBody
{
    public const string SignatureHeader = "X-BenchWorker-Signature";

    /// <summary>Discord refuses more than 2,000 characters.</summary>
    private const int LongestText = 1_900;

    private const int LinesABoard = 5;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static HttpRequestMessage Request(WebhookOptions hook, Announcement announcement)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Content(hook.Kind, announcement), Format);
        HttpRequestMessage request = new(HttpMethod.Post, hook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new(MediaTypeNames.Application.Json) { CharSet = "utf-8" };
        request.Headers.UserAgent.ParseAdd("BenchWorker");
        if (hook.Secret is { Length: > 0 } secret)
            request.Headers.Add(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        return request;
    }

    private static object Content(WebhookKind kind, Announcement announcement) => kind switch
    {
        WebhookKind.Slack => new { text = Text(announcement, "*", SlackText) },
        WebhookKind.Mattermost => new { text = Text(announcement, "**", MarkdownText) },
        WebhookKind.Discord => new { content = Text(announcement, "**", MarkdownText), allowed_mentions = new { parse = Array.Empty<string>() } },
        _ => new { @event = "published", announcement.Site, announcement.Target, announcement.Release, announcement.Boards },
    };

    private static string Text(Announcement announcement, string bold, Func<string, string> escape)
    {
        StringBuilder text = new();
        foreach (AnnouncedBoard board in announcement.Boards)
        {
            text.Append(bold).Append(escape(board.Title)).Append(bold).Append(board.Url is { } url ? $" {url.AbsoluteUri}" : "").Append('\n');
            foreach (string line in board.Changes.Take(LinesABoard))
                text.Append("- ").Append(escape(line)).Append('\n');
            if (board.Changes.Count > LinesABoard)
                text.Append("- and ").Append(board.Changes.Count - LinesABoard).Append(" more changes\n");
            if (board.Changes.Count == 0)
                text.Append("- new results; no place moved\n");
        }

        return text.Length <= LongestText ? text.ToString().TrimEnd('\n') : text.ToString(0, LongestText) + " ...";
    }

    /// <summary>Slack reads nothing but these three; a name may not mention a channel.</summary>
    private static string SlackText(string text) =>
        Quiet(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string MarkdownText(string text) =>
        string.Concat(Quiet(text).Select(static c => c is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '~' or '|' or '\\' or '#' ? $"\\{c}" : c.ToString()));

    /// <summary>One line, and no mention of people: a name from the database must not ring their bells.</summary>
    private static string Quiet(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) ? " " : c == '@' ? "@\u200b" : c.ToString()));
}
