namespace KeyProducts.Web.Text;

/// <summary>How large a file is, as people say it.</summary>
public static class FileSize
{
    private const int Unit = 1024;

    /// <summary>Bytes as kB, MB or GB of 1024, one decimal for the larger ones; at least 1 kB, so that nothing looks empty that is not.</summary>
    public static string Of(long bytes) => bytes switch
    {
        0 => "0 kB",
        < Unit * Unit => $"{Shown.Whole(Math.Ceiling(bytes / (decimal)Unit))} kB",
        < (long)Unit * Unit * Unit => $"{Shown.Number(bytes / (decimal)(Unit * Unit), 1)} MB",
        _ => $"{Shown.Number(bytes / ((decimal)Unit * Unit * Unit), 1)} GB",
    };
}
