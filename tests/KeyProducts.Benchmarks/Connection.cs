using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KeyProducts.Benchmarks;

/// <summary>A connection that sends requests made beforehand and reads each answer to its end: as little work as can be beside the server on the same machine.</summary>
internal sealed class Connection : IDisposable
{
    private readonly TcpClient socket;
    private readonly NetworkStream stream;
    private byte[] buffer = new byte[64 << 10];
    private int head, length;

    private Connection(TcpClient socket) => (this.socket, stream) = (socket, socket.GetStream());

    /// <summary>How many bytes the last answer had, without its head.</summary>
    public int Size => length - head;

    /// <summary>Opens one to the server on this machine.</summary>
    public static async Task<Connection> OpenAsync(int port)
    {
        var socket = new TcpClient { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Connection(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A request for a page, as a proxy with HTTPS passes it on.</summary>
    public static byte[] Get(string address, string cookies = "") => Encoding.ASCII.GetBytes(
        $"GET {address} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nAccept-Language: vi\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}\r\n");

    /// <summary>A form that a script sends.</summary>
    public static byte[] Post(string address, string cookies, string form) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST {address} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nAccept-Language: vi\r\nX-Requested-With: XMLHttpRequest\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}"));

    /// <summary>Sends a request and reads the answer; its status.</summary>
    public async Task<int> SendAsync(byte[] request)
    {
        await stream.WriteAsync(request);
        (head, length) = (0, 0);
        var body = 0;
        do
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server has closed the connection.");
            if (head == 0 && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                head = end + 4;
                body = LengthIn(buffer.AsSpan(0, head));
            }
        }
        while (head == 0 || (body < 0 ? !buffer.AsSpan(head, length - head).EndsWith("0\r\n\r\n"u8) : length < head + body));
        return int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the last answer holds some text.</summary>
    public bool Holds(ReadOnlySpan<byte> text) => buffer.AsSpan(head, length - head).IndexOf(text) >= 0;

    /// <summary>The last answer, without its head.</summary>
    public string Text() => Encoding.UTF8.GetString(buffer, head, length - head);

    public void Dispose() => socket.Dispose();

    // -1 when it comes in pieces.
    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        if (head.IndexOf(name) is not (>= 0 and var at))
        {
            return -1;
        }

        var rest = head[(at + name.Length)..];
        return int.Parse(rest[..rest.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
