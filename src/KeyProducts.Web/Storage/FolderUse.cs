namespace KeyProducts.Web.Storage;

/// <summary>
/// Tells that programs run on the data folder: each holds a file there together with the others, and whoever replaces the folder's content needs it alone. The system lets go of it when a
/// program ends, however it ends.
/// </summary>
public sealed class FolderUse(DataFolder folder) : IDisposable
{
    private FileStream? held;

    private string Lock => Path.Combine(folder.Path, "running.lock");

    /// <summary>Marks the folder as used until the program ends.</summary>
    /// <exception cref="IOException">Somebody is replacing its content.</exception>
    public void Hold()
    {
        if (!File.Exists(Lock))
        {
            using var made = new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }

        held ??= new FileStream(Lock, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Takes the folder alone; null when a program runs on it.</summary>
    public IDisposable? TakeAlone()
    {
        try
        {
            return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse) when (StorageFaults.Of(inUse) is null)
        {
            return null;
        }
    }

    public void Dispose() => held?.Dispose();
}
