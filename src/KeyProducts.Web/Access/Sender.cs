using System.Net;
using System.Net.Sockets;

namespace KeyProducts.Web.Access;

/// <summary>From where a request comes.</summary>
public static class Sender
{
    // What a provider of IPv6 gives to one customer at least: whoever has one address has them all.
    private const int NetworkBytes = 8;

    /// <summary>The address; an IPv4 address as such, however it was written. Empty when there is none.</summary>
    public static string AddressOf(HttpContext context) => Plain(context.Connection.RemoteIpAddress)?.ToString() ?? "";

    /// <summary>What is counted as one sender: an IPv4 address, or the network of 64 bits in which an IPv6 address lies.</summary>
    public static string KeyOf(HttpContext context) => KeyOf(context.Connection.RemoteIpAddress);

    /// <inheritdoc cref="KeyOf(HttpContext)"/>
    public static string KeyOf(IPAddress? address) => Plain(address) switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } one => Convert.ToHexStringLower(one.GetAddressBytes().AsSpan(0, NetworkBytes)) + "/64",
        { } one => one.ToString(),
    };

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
