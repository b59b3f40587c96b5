namespace BenchWorker.Figures;

/// <summary>A place in a scene, in logical pixels; the origin is the upper left corner, y grows downwards.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A width and a height, in logical pixels.</summary>
public readonly record struct Extent(double Width, double Height);

/// <summary>An upright rectangle, in logical pixels; [Left, Right) by [Top, Bottom).</summary>
public readonly record struct Rect(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CentreX => Left + (Width / 2);

    public double CentreY => Top + (Height / 2);

    public bool Contains(Rect other, double tolerance = 0) =>
        other.Left >= Left - tolerance && other.Top >= Top - tolerance
        && other.Right <= Right + tolerance && other.Bottom <= Bottom + tolerance;

    public bool Overlaps(Rect other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
