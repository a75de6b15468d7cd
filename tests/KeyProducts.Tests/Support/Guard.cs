namespace KeyProducts.Tests.Support;

/// <summary>For tests that look for what should not be there.</summary>
public static class Guard
{
    /// <summary>Fails with all that was found, a line each.</summary>
    public static void None(IEnumerable<string> wrong)
    {
        var found = wrong.Distinct().ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n" + string.Join('\n', found));
    }
}
