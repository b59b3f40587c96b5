namespace BenchWorker.Figures;

/// <summary>A colour in OKLab: equal distances look about equally large.</summary>
/// <param name="L">Lightness, 0 to 1.</param>
/// <param name="A">Green to red.</param>
/// <param name="B">Blue to yellow.</param>
/// <remarks>Ottosson (2020), "A perceptual color space for image processing".</remarks>
public readonly record struct OkLab(double L, double A, double B)
{
    public static OkLab From(Rgb colour) =>
        FromLinear(LinearLight.Of(colour.R), LinearLight.Of(colour.G), LinearLight.Of(colour.B));

    /// <summary>From linear light; used where a colour was changed before it became 8 bits.</summary>
    public static OkLab FromLinear(double red, double green, double blue)
    {
        double l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        double m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        double s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        return new OkLab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>The nearest 8-bit sRGB colour, each channel cut to its range.</summary>
    public Rgb ToRgb()
    {
        double l = Cube(L + (0.3963377774 * A) + (0.2158037573 * B));
        double m = Cube(L - (0.1055613458 * A) - (0.0638541728 * B));
        double s = Cube(L - (0.0894841775 * A) - (1.2914855480 * B));
        return new Rgb(
            LinearLight.ToByte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            LinearLight.ToByte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            LinearLight.ToByte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    /// <summary>Euclidean distance; about 0.02 is just noticeable, 0.05 clearly another colour.</summary>
    public double DistanceTo(OkLab other) =>
        Math.Sqrt(((L - other.L) * (L - other.L)) + ((A - other.A) * (A - other.A)) + ((B - other.B) * (B - other.B)));

    /// <summary>The colour a share <paramref name="t"/> in [0, 1] of the way to another.</summary>
    public OkLab Towards(OkLab other, double t) =>
        new(L + (t * (other.L - L)), A + (t * (other.A - A)), B + (t * (other.B - B)));

    private static double Cube(double x) => x * x * x;
}
