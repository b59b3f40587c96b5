using System.Text.Json;
using System.Text.Json.Serialization;
using Shouldly;

namespace BenchWorker.Tests.Analysis.Reference;

/// <summary>Compares what was computed with what was expected, number by number.</summary>
internal static class Closeness
{
    public static readonly JsonSerializerOptions Options = new() { Converters = { new MissingAsNull() } };

    public static void ShouldMatch(JsonElement got, JsonElement want, ReferenceCase tolerance, string path = "$")
    {
        switch (want.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in want.EnumerateObject())
                {
                    got.TryGetProperty(property.Name, out JsonElement inner).ShouldBeTrue($"{path} lacks {property.Name}");
                    ShouldMatch(inner, property.Value, tolerance, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                got.ValueKind.ShouldBe(JsonValueKind.Array, path);
                got.GetArrayLength().ShouldBe(want.GetArrayLength(), path);
                for (int i = 0; i < want.GetArrayLength(); i++)
                    ShouldMatch(got[i], want[i], tolerance, $"{path}[{i}]");
                break;
            case JsonValueKind.Number:
                got.ValueKind.ShouldBe(JsonValueKind.Number, $"{path} should be {want}");
                double bound = tolerance.Absolute + (tolerance.Relative * Math.Abs(want.GetDouble()));
                Math.Abs(got.GetDouble() - want.GetDouble()).ShouldBeLessThanOrEqualTo(bound, $"{path}: {got} is not {want}");
                break;
            default:
                got.ToString().ShouldBe(want.ToString(), path);
                break;
        }
    }

    private sealed class MissingAsNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsNaN(value))
                writer.WriteNullValue();
            else if (double.IsInfinity(value))
                writer.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
            else
                writer.WriteNumberValue(value);
        }
    }
}
