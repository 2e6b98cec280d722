"""What stands on the pages of the platform besides the texts themselves: heads, feet, lists, the finder, the map."""
