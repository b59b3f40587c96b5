using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker;

/// <summary>The verdicts on a summary, for programs.</summary>
internal static class VerdictJson
{
    public static string Write(string summary, IReadOnlyList<CheckedSentence> sentences)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("summary", summary);
            foreach (SentenceVerdict verdict in Enum.GetValues<SentenceVerdict>())
                json.WriteNumber(Word(verdict), sentences.Count(sentence => sentence.Verdict == verdict));
            json.WriteStartArray("sentences");
            foreach (CheckedSentence sentence in sentences)
            {
                json.WriteStartObject();
                json.WriteNumber("line", sentence.Line);
                json.WriteString("verdict", Word(sentence.Verdict));
                json.WriteString("kind", sentence.Kind);
                json.WriteString("text", sentence.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static string Word(SentenceVerdict verdict) => verdict switch
    {
        SentenceVerdict.Holds => "holds",
        SentenceVerdict.Stale => "stale",
        _ => "unknown",
    };
}
